package org.reelhouse.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.reelhouse.PipelineException;
import org.reelhouse.storage.ModelFolder;

/** Names the layout of the files of a version, in the file {@value #FILE} beside them. */
final class ModelManifest {
  static final String FILE = "manifest.json";

  /** Of versions that were saved before layouts had numbers. */
  private static final int FIRST_LAYOUT = 1;

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ModelManifest() {}

  static void save(TrainedModel<?> model, ModelFolder folder) {
    try {
      folder.save(
          FILE, JSON.writeValueAsString(Map.of("model", model.name(), "layout", model.layout())));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The layout of the files in a folder. */
  static int layout(ModelFolder folder) {
    try {
      return JSON.readTree(folder.text(FILE)).path("layout").asInt(FIRST_LAYOUT);
    } catch (UncheckedIOException failure) {
      if (failure.getCause() instanceof FileNotFoundException) {
        return FIRST_LAYOUT;
      }
      throw failure;
    } catch (JsonProcessingException failure) {
      throw new PipelineException(
          "Cannot serve a saved model: its %s is no JSON. Let another version serve with reelhouse models promote."
              .formatted(FILE),
          failure);
    }
  }
}
