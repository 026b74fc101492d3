package org.reelhouse.cli.options;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.jspecify.annotations.Nullable;
import org.reelhouse.PipelineException;
import org.reelhouse.config.SettingsReader.Document;
import org.reelhouse.storage.TextFiles;

/**
 * Reads the files of settings: those in the jar, a profile, and those of the operator, which may
 * lie wherever Hadoop reads. No session is needed.
 */
public final class SettingsFiles {
  private SettingsFiles() {}

  /**
   * The documents of a command, later ones over earlier ones.
   *
   * @param profile one of the jar by its name, or the location of a file; null for none
   * @param overlays locations, as of {@link #text}
   * @throws PipelineException if a file cannot be read
   */
  static List<Document> documents(@Nullable String profile, List<String> overlays) {
    List<Document> documents = new ArrayList<>();
    documents.add(embedded("conf/reference.yaml"));
    documents.add(embedded("conf/sources.yaml"));
    if (profile != null) {
      documents.add(profile(profile));
    }
    overlays.forEach(location -> documents.add(document(location, "--conf")));
    return documents;
  }

  /**
   * The JVM's options that belong to a profile, as {@code scripts/jvm-options} reads them.
   *
   * @return null if the profile has none
   * @throws PipelineException if they cannot be read
   */
  public static @Nullable Document jvmOptions(String profile) {
    if (isName(profile)) {
      String name = "conf/profiles/" + profile + ".jvm";
      return exists(name) ? embedded(name) : null;
    }
    Path file = Path.of(profile.replaceFirst("\\.yaml$", "") + ".jvm");
    return Files.exists(file) ? document(file.toString(), "--profile") : null;
  }

  private static Document profile(String profile) {
    if (!isName(profile)) {
      return document(profile, "--profile");
    }
    String name = "conf/profiles/" + profile + ".yaml";
    if (!exists(name)) {
      throw new PipelineException(
          "Cannot use the profile %s: there is none of that name. Choose laptop or cluster, or name a YAML file."
              .formatted(profile));
    }
    return embedded(name);
  }

  private static boolean isName(String profile) {
    return profile.matches("[A-Za-z0-9_-]+");
  }

  private static Document document(String location, String option) {
    try {
      return new Document(location, text(location));
    } catch (CharacterCodingException failure) {
      throw new PipelineException(
          "Cannot read settings from " + location + ": it is no text in UTF-8. Mend the file.",
          failure);
    } catch (IOException | IllegalArgumentException failure) {
      throw new PipelineException(
          "Cannot read settings from %s: %s. Mend %s.".formatted(location, reason(failure), option),
          failure);
    }
  }

  private static String reason(Exception failure) {
    return failure instanceof FileNotFoundException
        ? "no such readable file"
        : String.valueOf(failure.getMessage()).lines().findFirst().orElse("it cannot be read");
  }

  /**
   * The text at a location: a URI of any of Hadoop's file systems; or a path, which is looked for
   * on this machine, and then by its name among what {@code spark-submit --files} sent along.
   */
  private static String text(String location) throws IOException {
    try (InputStream stream = open(location)) {
      ByteBuffer bytes = ByteBuffer.wrap(stream.readAllBytes());
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    }
  }

  private static InputStream open(String location) throws IOException {
    if (location.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      return openUri(location);
    }
    Path path = Path.of(location);
    if (Files.isReadable(path) && Files.isRegularFile(path)) {
      return Files.newInputStream(path);
    }
    return openUri(sent(path.getFileName().toString()));
  }

  private static InputStream openUri(String uri) throws IOException {
    return TextFiles.open(SparkHadoopUtil.get().newConfiguration(new SparkConf()), uri);
  }

  /**
   * Where a cluster manager does not put files into the driver's folder, it says where they are.
   */
  private static String sent(String name) throws FileNotFoundException {
    return Arrays.stream(new SparkConf().get("spark.files", "").split(","))
        .filter(uri -> uri.endsWith("/" + name))
        .findFirst()
        .orElseThrow(() -> new FileNotFoundException(name));
  }

  private static boolean exists(String name) {
    return SettingsFiles.class.getResource("/" + name) != null;
  }

  private static Document embedded(String name) {
    try (InputStream stream = SettingsFiles.class.getResourceAsStream("/" + name)) {
      if (stream == null) {
        throw new IllegalStateException("The jar lacks " + name);
      }
      return new Document(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
