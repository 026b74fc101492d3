package org.reelhouse.recommend;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ratings to learn from and others to measure on, users by titles, with the same numbers for users
 * and titles. Numbers follow the hashes of the ids and so depend on nothing but the set of ids.
 */
record Fold(RatingMatrix training, RatingMatrix test) {
  private static final int CHUNK = 1 << 16;
  private static final long MILLION = 1_000_000;

  /**
   * The fold of two sets of ratings.
   *
   * @param training rows of user_id, title_id, rating and rated_at, which may be null
   */
  static Fold of(Dataset<Row> training, Dataset<Row> test) {
    List<Chunk> learned = chunks(training);
    List<Chunk> measured = chunks(test);
    long[] users = numbered(Stream.concat(learned.stream(), measured.stream()).map(Chunk::users));
    long[] titles = numbered(Stream.concat(learned.stream(), measured.stream()).map(Chunk::titles));
    return new Fold(matrix(learned, users, titles), matrix(measured, users, titles));
  }

  /** The fold whose test ratings are the newest, as great a share of all as asked for. */
  static Fold byTime(Dataset<Row> ratings, double share) {
    List<Chunk> chunks = chunks(ratings);
    return cut(
        matrix(
            chunks,
            numbered(chunks.stream().map(Chunk::users)),
            numbered(chunks.stream().map(Chunk::titles))),
        share);
  }

  /** Holds out the newest ratings; those at the moment of the cut stay together in training. */
  static Fold cut(RatingMatrix ratings, double share) {
    long[] times = new long[ratings.size()];
    Arrays.setAll(times, ratings::time);
    Arrays.sort(times);
    int last = (int) Math.ceil(times.length * (1 - share)) - 1;
    long end = times[Math.max(0, last)];
    return split(ratings, entry -> ratings.time(entry) > end);
  }

  /** Holds out a share of the ratings, chosen by a hash of user and title. */
  static Fold random(RatingMatrix ratings, double share, long seed) {
    int[] rows = ratings.rowOfEntries();
    return split(
        ratings,
        entry ->
            Math.floorMod(mixed(rows[entry], ratings.column(entry), seed), MILLION)
                < share * MILLION);
  }

  /** Holds out the chosen entries. */
  static Fold split(RatingMatrix ratings, IntPredicate heldOut) {
    return new Fold(ratings.where(heldOut.negate()), ratings.where(heldOut));
  }

  private static long mixed(int user, int title, long seed) {
    long mixed = (((long) user << 32) | title) ^ (seed * 0x9E3779B97F4A7C15L);
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** Some ratings by the hashes of their ids: what an executor hands to the driver. */
  private static final class Chunk implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] users;
    private final long[] titles;
    private final float[] ratings;
    private final long[] times;

    private Chunk(List<Row> rows) {
      users = rows.stream().mapToLong(row -> row.getLong(0)).toArray();
      titles = rows.stream().mapToLong(row -> row.getLong(1)).toArray();
      times = rows.stream().mapToLong(row -> row.getLong(3)).toArray();
      ratings = new float[rows.size()];
      for (int i = 0; i < ratings.length; i++) {
        ratings[i] = rows.get(i).getFloat(2);
      }
    }

    private long[] users() {
      return users;
    }

    private long[] titles() {
      return titles;
    }
  }

  private static List<Chunk> chunks(Dataset<Row> ratings) {
    return ratings
        .select(
            xxhash64(col("user_id")),
            xxhash64(col("title_id")),
            col("rating").cast("float"),
            coalesce(col("rated_at").cast("long"), lit(0L)))
        .javaRDD()
        .mapPartitions(Fold::chunks)
        .collect();
  }

  private static Iterator<Chunk> chunks(Iterator<Row> rows) {
    List<Chunk> chunks = new ArrayList<>();
    List<Row> some = new ArrayList<>();
    while (rows.hasNext()) {
      some.add(rows.next());
      if (some.size() == CHUNK || !rows.hasNext()) {
        chunks.add(new Chunk(some));
        some.clear();
      }
    }
    return chunks.iterator();
  }

  private static long[] numbered(Stream<long[]> hashes) {
    return hashes.flatMapToLong(Arrays::stream).distinct().sorted().toArray();
  }

  private static RatingMatrix matrix(List<Chunk> chunks, long[] users, long[] titles) {
    int size = chunks.stream().mapToInt(chunk -> chunk.users.length).sum();
    int[] user = new int[size];
    int[] title = new int[size];
    float[] rating = new float[size];
    long[] time = new long[size];
    int place = 0;
    for (Chunk chunk : chunks) {
      for (int i = 0; i < chunk.users.length; i++, place++) {
        user[place] = Arrays.binarySearch(users, chunk.users[i]);
        title[place] = Arrays.binarySearch(titles, chunk.titles[i]);
        rating[place] = chunk.ratings[i];
        time[place] = chunk.times[i];
      }
    }
    return RatingMatrix.of(users.length, titles.length, user, title, rating, time);
  }
}
