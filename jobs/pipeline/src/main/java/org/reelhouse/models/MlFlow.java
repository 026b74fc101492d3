package org.reelhouse.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.reelhouse.PipelineException;
import org.reelhouse.lake.Lake;

/**
 * Logs versions to an MLflow server, one run there for each, by its REST API 2.0: parameters,
 * measures on all held-out rows, and what the version was made of as tags.
 */
public final class MlFlow {
  private static final String API = "/api/2.0/mlflow/";
  private static final int FOUND = 200;
  private static final int NOT_FOUND = 404;

  /** Longest value that a server takes for a tag or parameter of an older release. */
  private static final int LONGEST = 500;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client;
  private final String address;
  private final String experiment;
  private final Duration timeout;

  /**
   * A client.
   *
   * @param settings whose address is set
   */
  public MlFlow(ModelsSettings.MlFlow settings) {
    address = String.valueOf(settings.uri()).replaceAll("/+$", "");
    experiment = settings.experiment();
    timeout = Duration.ofSeconds(settings.timeoutSeconds());
    client = HttpClient.newBuilder().connectTimeout(timeout).build();
  }

  /**
   * Logs the versions that one run trained.
   *
   * @param ended when the run ended
   * @return how many there are
   * @throws PipelineException if the server cannot be reached or refuses
   */
  public int log(Lake lake, String runId, Instant ended) {
    List<ModelVersion> versions =
        ModelVersion.all(lake).stream().filter(version -> version.runId().equals(runId)).toList();
    if (!versions.isEmpty()) {
      String id = experiment();
      versions.forEach(version -> log(version, version.measures(lake), id, ended));
    }
    return versions.size();
  }

  private String experiment() {
    HttpResponse<String> known =
        send(
            request(
                    "experiments/get-by-name?experiment_name="
                        + URLEncoder.encode(experiment, StandardCharsets.UTF_8))
                .GET());
    if (known.statusCode() == NOT_FOUND) {
      return post("experiments/create", JSON.createObjectNode().put("name", experiment))
          .path("experiment_id")
          .asText();
    }
    return answer(known).path("experiment").path("experiment_id").asText();
  }

  private void log(
      ModelVersion version, List<Measure> measures, String experimentId, Instant ended) {
    long end = ended.toEpochMilli();
    ObjectNode run = JSON.createObjectNode();
    run.put("experiment_id", experimentId);
    run.put("run_name", version.model() + " " + version.version());
    run.put("start_time", end - Math.round(version.seconds() * 1000));
    tags(version).forEach((key, value) -> pair(run.withArray("tags"), key, value));
    String id = post("runs/create", run).path("run").path("info").path("run_id").asText();

    ObjectNode batch = JSON.createObjectNode().put("run_id", id);
    version.parameters().forEach((key, value) -> pair(batch.withArray("params"), key, value));
    for (Measure measure : measures) {
      batch
          .withArray("metrics")
          .addObject()
          .put("key", key(measure.metric() + "/" + measure.split()))
          .put("value", measure.value())
          .put("timestamp", end)
          .put("step", 0);
    }
    post("runs/log-batch", batch);
    post(
        "runs/update",
        JSON.createObjectNode().put("run_id", id).put("status", "FINISHED").put("end_time", end));
  }

  private static Map<String, String> tags(ModelVersion version) {
    return Map.of(
        "reelhouse.model", version.model(),
        "reelhouse.version", String.valueOf(version.version()),
        "reelhouse.run_id", version.runId(),
        "reelhouse.status", version.status(),
        "reelhouse.reason", version.reason(),
        "reelhouse.path", version.path(),
        "reelhouse.sha256", version.sha256(),
        "reelhouse.settings_hash", version.settingsHash(),
        "mlflow.source.git.commit", version.codeCommit());
  }

  private static void pair(ArrayNode array, String key, String value) {
    array
        .addObject()
        .put("key", key(key))
        .put("value", value.length() > LONGEST ? value.substring(0, LONGEST) : value);
  }

  /** Keys have letters, digits and a few signs. */
  private static String key(String name) {
    return name.replace("@", "_at_").replace("%", "percent").replaceAll("[^\\w./ -]", "_");
  }

  private JsonNode post(String method, JsonNode body) {
    return answer(
        send(
            request(method)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
  }

  private HttpRequest.Builder request(String method) {
    return HttpRequest.newBuilder(URI.create(address + API + method)).timeout(timeout);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw failed(String.valueOf(failure.getMessage()), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failed("it was interrupted", interrupted);
    }
  }

  private JsonNode answer(HttpResponse<String> response) {
    try {
      JsonNode answer = JSON.readTree(response.body());
      if (response.statusCode() != FOUND) {
        throw failed(
            "%s answered %d %s"
                .formatted(
                    response.uri().getPath(),
                    response.statusCode(),
                    answer.path("message").asText()));
      }
      return answer;
    } catch (IOException failure) {
      throw failed(
          "%s answered %d and no JSON".formatted(response.uri().getPath(), response.statusCode()),
          failure);
    }
  }

  private PipelineException failed(String why) {
    return new PipelineException(problem(why));
  }

  private PipelineException failed(String why, Throwable cause) {
    return new PipelineException(problem(why), cause);
  }

  private String problem(String why) {
    return "Cannot log models to MLflow at %s: %s. The tables are published all the same; mend models.mlflow, or leave its uri empty."
        .formatted(address, why);
  }
}
