package org.reelhouse.raw;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.reelhouse.PipelineException;
import org.reelhouse.storage.Packed;
import org.reelhouse.storage.Storage;

/** The raw zone on any of Hadoop's file systems. */
public final class HadoopRawZone implements RawZone {
  private static final String SNAPSHOT = "snapshot=";

  /** Small files share a task until they have as many bytes. */
  private static final long BYTES_PER_TASK = 2 << 20;

  private final SparkSession spark;
  private final Path root;

  public HadoopRawZone(SparkSession spark, Path root) {
    this.spark = spark;
    this.root = root;
  }

  @Override
  public List<String> find(String data, List<String> globs) {
    return globs.stream()
        .flatMap(glob -> matches(new Path(new Path(data), glob)))
        .distinct()
        .sorted()
        .toList();
  }

  private Stream<String> matches(Path glob) {
    try {
      FileStatus[] found = Storage.of(spark, glob).globStatus(glob);
      return found == null
          ? Stream.of()
          : Arrays.stream(found)
              .filter(FileStatus::isFile)
              .map(FileStatus::getPath)
              .filter(path -> !path.getName().startsWith(".") && !path.getName().startsWith("_"))
              .map(Path::toString);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot look for " + glob + ": " + failure.getMessage() + ". Check the path.", failure);
    }
  }

  @Override
  public Landing land(String source, String dataset, LocalDate date, List<String> files) {
    List<Path> paths = files.stream().map(Path::new).sorted().toList();
    Path parent = commonParent(paths);
    List<RawFile> received =
        paths.stream().map(path -> digest(path, nameBelow(parent, path))).toList();
    Optional<RawSnapshot> newest = newest(source, dataset, date);
    if (newest.isPresent() && newest.get().files().equals(received)) {
      return new Landing(newest.get(), true);
    }
    try {
      return new Landing(copy(source, dataset, date, parent, received), false);
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot land %s of %s: %s. Check that the lake can be written and run again; no snapshot was published."
              .formatted(dataset, source, failure.getMessage()),
          failure);
    }
  }

  private static Path commonParent(List<Path> paths) {
    Path parent = paths.get(0).getParent();
    for (Path path : paths) {
      while (!path.toString().startsWith(parent + Path.SEPARATOR)) {
        parent = parent.getParent();
      }
    }
    return parent;
  }

  private static String nameBelow(Path parent, Path path) {
    return path.toString().substring(parent.toString().length() + 1);
  }

  private RawFile digest(Path file, String name) {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    long bytes = 0;
    try (DigestInputStream stream =
        new DigestInputStream(Storage.of(spark, file).open(file), sha256)) {
      if (name.endsWith(".gz")) {
        Packed.open(stream, name).transferTo(OutputStream.nullOutputStream());
      }
      stream.transferTo(OutputStream.nullOutputStream());
      bytes = Storage.of(spark, file).getFileStatus(file).getLen();
    } catch (IOException failure) {
      throw new PipelineException(
          "Cannot land %s: it cannot be read to its end (%s). Fetch the file again."
              .formatted(file, Packed.why(failure)),
          failure);
    }
    return new RawFile(name, bytes, Hex.encodeHexString(sha256.digest()));
  }

  private RawSnapshot copy(
      String source, String dataset, LocalDate date, Path parent, List<RawFile> files)
      throws IOException {
    Path folder = new Path(root, source + "/" + dataset);
    Path snapshot = new Path(folder, SNAPSHOT + date);
    Path arriving = new Path(folder, ".arriving=" + date);
    FileSystem system = Storage.of(spark, snapshot);
    system.delete(arriving, true);
    for (RawFile file : files) {
      copy(new Path(parent, file.name()), new Path(arriving, file.name()), file);
    }
    system.delete(snapshot, true);
    if (!system.rename(arriving, snapshot)) {
      throw new IOException("Cannot rename " + arriving);
    }
    new Manifest(source, dataset, date.toString(), files).write(system, snapshot);
    return new RawSnapshot(source, dataset, date, snapshot.toString(), files);
  }

  private void copy(Path from, Path to, RawFile file) throws IOException {
    MessageDigest sha256 = DigestUtils.getSha256Digest();
    try (InputStream in = new DigestInputStream(Storage.of(spark, from).open(from), sha256);
        OutputStream out = Storage.of(spark, to).create(to, true)) {
      in.transferTo(out);
    }
    if (!Hex.encodeHexString(sha256.digest()).equals(file.sha256())) {
      throw new IOException(from + " changed while it was read");
    }
  }

  @Override
  public Optional<RawSnapshot> newest(String source, String dataset, LocalDate asOf) {
    Path folder = new Path(root, source + "/" + dataset);
    FileSystem system = Storage.of(spark, folder);
    try {
      if (!system.exists(folder)) {
        return Optional.empty();
      }
      List<LocalDate> dates =
          Arrays.stream(system.listStatus(folder))
              .map(status -> status.getPath().getName())
              .filter(name -> name.startsWith(SNAPSHOT))
              .map(name -> LocalDate.parse(name.substring(SNAPSHOT.length())))
              .filter(date -> !date.isAfter(asOf))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (LocalDate date : dates) {
        Path snapshot = new Path(folder, SNAPSHOT + date);
        if (Manifest.exists(system, snapshot)) {
          List<RawFile> files = Manifest.read(system, snapshot).files();
          return Optional.of(new RawSnapshot(source, dataset, date, snapshot.toString(), files));
        }
      }
      return Optional.empty();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What the tasks share; sent once to each executor, since a configuration is large. */
  private record Shared(SerializableConfiguration configuration, List<RawReading> readings)
      implements Serializable {}

  /**
   * A file that a task reads.
   *
   * @param reading place of its reading in the list
   */
  private record Place(int reading, RawFile file) implements Serializable {}

  @Override
  public Dataset<Row> read(List<RawReading> readings, StructType schema) {
    List<List<Place>> tasks = tasks(readings);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<Shared> shared =
        context.broadcast(
            new Shared(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()),
                List.copyOf(readings)));
    return spark.createDataFrame(
        context
            .parallelize(tasks, Math.max(1, tasks.size()))
            .flatMap(List::iterator)
            .flatMap(place -> rows(shared.value(), place)),
        schema);
  }

  /** Files by task, large ones first and alone. */
  private static List<List<Place>> tasks(List<RawReading> readings) {
    List<List<Place>> tasks = new ArrayList<>();
    long bytes = 0;
    for (Place place : largestFirst(readings)) {
      if (tasks.isEmpty() || bytes + place.file().bytes() > BYTES_PER_TASK) {
        tasks.add(new ArrayList<>());
        bytes = 0;
      }
      tasks.get(tasks.size() - 1).add(place);
      bytes += place.file().bytes();
    }
    return tasks;
  }

  private static List<Place> largestFirst(List<RawReading> readings) {
    return IntStream.range(0, readings.size())
        .boxed()
        .flatMap(
            reading ->
                readings.get(reading).snapshot().files().stream()
                    .map(file -> new Place(reading, file)))
        .sorted(
            Comparator.comparingLong((Place place) -> place.file().bytes())
                .reversed()
                .thenComparing(Place::reading)
                .thenComparing(place -> place.file().name()))
        .toList();
  }

  private static Iterator<Row> rows(Shared shared, Place place) throws IOException {
    RawReading reading = shared.readings().get(place.reading());
    String file = place.file().name();
    Path path = new Path(reading.snapshot().location(), file);
    InputStream bytes = path.getFileSystem(shared.configuration().value()).open(path);
    return new MappedRecords(
        new RawFileReader(bytes, reading.snapshot(), file, reading.layout()), reading.mapper());
  }

  /** Maps each record to its rows, and closes the file after the last. */
  private static final class MappedRecords implements Iterator<Row> {
    private final RawFileReader records;
    private final RecordMapper mapper;
    private Iterator<Row> rows = List.<Row>of().iterator();

    MappedRecords(RawFileReader records, RecordMapper mapper) {
      this.records = records;
      this.mapper = mapper;
    }

    @Override
    public boolean hasNext() {
      while (!rows.hasNext() && records.hasNext()) {
        rows = mapper.map(records.next());
      }
      if (!rows.hasNext()) {
        close();
      }
      return rows.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return rows.next();
    }

    private void close() {
      try {
        records.close();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
