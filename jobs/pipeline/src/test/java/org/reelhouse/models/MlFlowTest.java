package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.pipeline.PipelineSettings;
import org.reelhouse.testing.InMemoryLake;
import org.reelhouse.testing.ScriptedJob;
import org.reelhouse.testing.SparkTest;
import org.reelhouse.testing.TestSettings;

/** Against a server that answers as MLflow's REST API 2.0 is documented to. */
@SparkTest
class MlFlowTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;
  private final Map<String, JsonNode> received = new LinkedHashMap<>();
  private HttpServer server;

  @BeforeEach
  void starts() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/2.0/mlflow/", this::answer);
    server.start();
  }

  @AfterEach
  void stops() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestURI().getPath().substring("/api/2.0/mlflow/".length());
    byte[] body = exchange.getRequestBody().readAllBytes();
    received.put(method, body.length == 0 ? JSON.nullNode() : JSON.readTree(body));
    int status = method.equals("experiments/get-by-name") ? 404 : 200;
    String text =
        switch (method) {
          case "experiments/get-by-name" ->
              "{\"error_code\":\"RESOURCE_DOES_NOT_EXIST\",\"message\":\"none\"}";
          case "experiments/create" -> "{\"experiment_id\":\"7\"}";
          case "runs/create" -> "{\"run\":{\"info\":{\"run_id\":\"abc\"}}}";
          default -> "{}";
        };
    byte[] answer = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private InMemoryLake lake(SparkSession spark) {
    return lake(spark, folder);
  }

  /** A lake with one version that the run test trained. */
  static InMemoryLake lake(SparkSession spark, Path folder) {
    InMemoryLake lake = new InMemoryLake(spark, folder, LocalDate.of(2026, 1, 31));
    TextModel model =
        new TextModel(
            "recommend-ranking",
            Optional.of("x"),
            new Measure("recommend-ranking", "ndcg@10", "random 10 %", 0.34, 10, Measure.ALL),
            new Description(9, Map.of("rank", "16")),
            1);
    TrainingRun.begin(
            lake,
            lake.context(),
            ScriptedJob.idle("recommend", TrainingRun.READS, TrainingRun.WRITES),
            TestSettings.shipped().of(ModelsSettings.class),
            new PipelineSettings(1))
        .train(model)
        .publish();
    return lake;
  }

  private MlFlow client(String address) {
    return new MlFlow(new ModelsSettings.MlFlow(address, "films", 5));
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Test
  void logsARunForEachVersion(SparkSession spark) {
    int logged = client(address()).log(lake(spark), "test", Instant.ofEpochSecond(100));

    assertThat(logged).isOne();
    assertThat(received)
        .containsOnlyKeys(
            "experiments/get-by-name",
            "experiments/create",
            "runs/create",
            "runs/log-batch",
            "runs/update");
    assertThat(received.get("experiments/create").path("name").asText()).isEqualTo("films");
    assertThat(received.get("runs/create").path("experiment_id").asText()).isEqualTo("7");
    JsonNode batch = received.get("runs/log-batch");
    assertThat(batch.path("run_id").asText()).isEqualTo("abc");
    assertThat(batch.path("params").get(0).path("value").asText()).isEqualTo("16");
    assertThat(batch.path("metrics").get(0).path("key").asText())
        .isEqualTo("ndcg_at_10/random 10 percent");
    assertThat(batch.path("metrics").get(0).path("value").asDouble()).isEqualTo(0.34);
    assertThat(received.get("runs/update").path("status").asText()).isEqualTo("FINISHED");
  }

  @Test
  void asksNothingWhereNothingWasTrained(SparkSession spark) {
    assertThat(client(address()).log(lake(spark), "another run", Instant.EPOCH)).isZero();
    assertThat(received).isEmpty();
  }

  @Test
  void saysInOneLineThatAServerDoesNotAnswer(SparkSession spark) {
    InMemoryLake lake = lake(spark);
    String gone = address();
    server.stop(0);

    assertThatThrownBy(() -> client(gone).log(lake, "test", Instant.EPOCH))
        .isInstanceOf(PipelineException.class)
        .hasMessageStartingWith("Cannot log models to MLflow at http://127.0.0.1:")
        .hasMessageContaining("published all the same");
  }
}
