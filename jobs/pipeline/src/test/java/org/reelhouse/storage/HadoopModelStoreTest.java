package org.reelhouse.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reelhouse.PipelineException;
import org.reelhouse.storage.ModelStore.SavedModel;
import org.reelhouse.testing.SparkTest;

@SparkTest
class HadoopModelStoreTest {
  private static final int VERSION = 20260131;

  @TempDir Path folder;
  private HadoopModelStore store;

  @BeforeEach
  void aStoreInALake(SparkSession spark) {
    store =
        new HadoopModelStore(
            spark, Storage.qualify(spark, new org.apache.hadoop.fs.Path(folder.toString())));
  }

  private SavedModel saved(String text) {
    return store.save("m", VERSION, model -> model.save("note.json", text));
  }

  @Test
  void opensEveryPartThatItSaved(SparkSession spark) {
    Dataset<Row> rows = spark.range(3).toDF();
    VectorAssembler stage =
        new VectorAssembler().setInputCols(new String[] {"a"}).setOutputCol("b");

    SavedModel saved =
        store.save(
            "m",
            VERSION,
            model -> {
              model.save("rows", rows);
              model.save("stage", stage);
              model.save("note.json", "{\"é\": 1}");
            });

    ModelFolder opened = store.open(saved.path(), saved.sha256());
    assertThat(opened.rows("rows").count()).isEqualTo(3);
    assertThat(opened.model("stage", VectorAssembler.read()).getOutputCol()).isEqualTo("b");
    assertThat(opened.text("note.json")).isEqualTo("{\"é\": 1}");
  }

  @Test
  void aVersionHasAFolderAndARerunOneOfItsOwn() {
    SavedModel first = saved("1");
    SavedModel rerun = saved("2");
    SavedModel next = store.save("m", 20260201, model -> model.save("note.json", "3"));

    assertThat(List.of(first, rerun, next))
        .extracting(SavedModel::version)
        .containsExactly(20260131, 20260131, 20260201);
    assertThat(first.path()).startsWith("models/m/version=20260131/").isNotEqualTo(rerun.path());
    assertThat(store.open(first.path(), first.sha256()).text("note.json")).isEqualTo("1");
    assertThat(store.open(rerun.path(), rerun.sha256()).text("note.json")).isEqualTo("2");
  }

  @Test
  void equalFilesHaveEqualDigestsAndNamesCount() {
    String digest = saved("1").sha256();

    assertThat(digest).matches("[0-9a-f]{64}").isEqualTo(saved("1").sha256());
    assertThat(digest).isNotEqualTo(saved("2").sha256());
    assertThat(digest)
        .isNotEqualTo(store.save("m", VERSION, model -> model.save("other.json", "1")).sha256());
  }

  @Test
  void refusesFilesThatAreNotThoseThatWereSaved() throws IOException {
    SavedModel changed = saved("1");
    SavedModel extended = saved("1");
    SavedModel shortened =
        store.save(
            "m",
            VERSION,
            model -> {
              model.save("a", "1");
              model.save("b", "2");
            });
    Files.writeString(folder.resolve(changed.path()).resolve("note.json"), "2");
    Files.delete(folder.resolve(changed.path()).resolve(".note.json.crc"));
    Files.writeString(folder.resolve(extended.path()).resolve("more"), "");
    Files.delete(folder.resolve(shortened.path()).resolve("b"));

    for (SavedModel model : List.of(changed, extended, shortened)) {
      assertThatThrownBy(() -> store.open(model.path(), model.sha256()))
          .isInstanceOf(PipelineException.class)
          .hasMessageStartingWith("Cannot serve the model in " + model.path() + ": its files are");
    }
  }

  @Test
  void saysThatAFolderIsNotThere() {
    assertThatThrownBy(() -> store.open("models/m/version=20260131/none", "0"))
        .isInstanceOf(PipelineException.class)
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void checksumsOfTheFileSystemAreNoPartOfAModel() throws IOException {
    SavedModel saved = saved("1");
    Files.delete(folder.resolve(saved.path()).resolve(".note.json.crc"));

    assertThat(store.open(saved.path(), saved.sha256()).text("note.json")).isEqualTo("1");
  }

  @Test
  void deletesOneFolderTheOthersOrTheWholeVersion() throws IOException {
    SavedModel first = saved("1");
    SavedModel second = saved("2");
    SavedModel third = saved("3");

    store.delete(first.path());
    assertThat(folders()).hasSize(2);

    store.deleteOthers(third.path());
    assertThat(folders()).containsExactly(folder.resolve(third.path()));

    store.remove(second.path());
    assertThat(folder.resolve("models/m/version=20260131")).doesNotExist();
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> folders = Files.list(folder.resolve("models/m/version=20260131"))) {
      return folders.toList();
    }
  }

  @Test
  void thereIsNothingToDeleteOfAVersionThatIsGone() {
    store.deleteOthers("models/m/version=20260131/none");
    store.delete("models/m/version=20260131/none");
    store.remove("models/m/version=20260131/none");

    assertThat(folder.resolve("models")).doesNotExist();
  }
}
