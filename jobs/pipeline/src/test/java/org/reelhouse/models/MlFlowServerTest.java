package org.reelhouse.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.testing.SparkTest;

/** Against a real MLflow server on loopback, which scripts/test installs. */
@Tag("slow")
@SparkTest
class MlFlowServerTest {
  private static final String PROGRAM = System.getenv("REELHOUSE_MLFLOW");

  @TempDir private Path folder;

  @Test
  void aRealServerTakesWhatIsLogged(SparkSession spark) throws Exception {
    assumeTrue(PROGRAM != null, "REELHOUSE_MLFLOW names no mlflow program; scripts/test sets it");
    String address = "http://127.0.0.1:" + freePort();
    Process server = started(address);
    try {
      MlFlow client = new MlFlow(new ModelsSettings.MlFlow(address, "films", 60));

      int logged = client.log(MlFlowTest.lake(spark, folder), "test", Instant.now());

      JsonNode run = theRun(address);
      assertThat(logged).isOne();
      assertThat(run.path("info").path("status").asText()).isEqualTo("FINISHED");
      assertThat(run.path("data").path("params").toString()).contains("\"rank\"", "\"16\"");
      assertThat(run.path("data").path("metrics").toString()).contains("ndcg_at_10", "0.34");
      assertThat(run.path("data").path("tags").toString()).contains("reelhouse.sha256");
    } finally {
      stop(server);
    }
  }

  /** The server and the workers it started. */
  private static void stop(Process server) {
    List<ProcessHandle> all =
        Stream.concat(server.descendants(), Stream.of(server.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(process -> process.onExit().join());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Waits for the line in which the server says that it listens. */
  private Process started(String address) throws IOException {
    Process server =
        new ProcessBuilder(
                PROGRAM,
                "server",
                "--host",
                "127.0.0.1",
                "--port",
                String.valueOf(URI.create(address).getPort()),
                "--workers",
                "1",
                "--backend-store-uri",
                "sqlite:///" + folder.resolve("mlflow.db"))
            .redirectErrorStream(true)
            .directory(folder.toFile())
            .start();
    BufferedReader lines = server.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.contains("Uvicorn running") || line.contains("startup complete")) {
        return server;
      }
    }
    throw new IOException("The MLflow server ended with status " + server.exitValue());
  }

  private static JsonNode theRun(String address) throws IOException, InterruptedException {
    HttpResponse<String> found =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address + "/api/2.0/mlflow/runs/search"))
                    .header("Content-Type", "application/json")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            new ObjectMapper()
                                .writeValueAsString(
                                    java.util.Map.of("experiment_ids", List.of("1")))))
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    JsonNode runs = new ObjectMapper().readTree(found.body()).path("runs");
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }
}
