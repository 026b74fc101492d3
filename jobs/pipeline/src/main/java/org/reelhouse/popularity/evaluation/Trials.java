package org.reelhouse.popularity.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.reelhouse.popularity.features.Features;
import org.reelhouse.popularity.forest.Calibration;
import org.reelhouse.popularity.forest.Forest;
import org.reelhouse.popularity.forest.Learner;
import org.reelhouse.popularity.model.Learned;
import org.reelhouse.popularity.model.Levels;
import org.reelhouse.popularity.model.UnitModel;
import org.reelhouse.reference.Countries;

/** What a title that a forest had not seen shows of it, and of its baselines. */
public final class Trials {
  static final String FOREST = "";
  static final String MEAN = " mean baseline";
  static final String LAST_VALUE = " last value baseline";

  /** The group of all titles. */
  static final String ALL = "all";

  static final String SOURCE = "source ";
  static final String REGION = "region ";

  /**
   * All on the log scale; {@code covered} and {@code width} of the interval, and the same of the
   * one that the trees alone would give, are null for baselines.
   */
  private static final String TRIAL =
      "struct<split:string,model:string,value:double,predicted:double,level:string,"
          + "predicted_level:string,covered:boolean,width:double,"
          + "covered_uncalibrated:boolean,width_uncalibrated:double>";

  public static final StructType COLUMNS =
      StructType.fromDDL("trials array<" + TRIAL + ">, segments array<string>");

  private Trials() {}

  /** The trials of a title by the splits that held it out; usually none. */
  public static Row[] of(
      Row title, UnitModel model, double[] features, Forest.Prediction prediction) {
    List<Row> trials = new ArrayList<>();
    if (!Features.lacks(title, Learner.VALUE) && Features.lacks(title, Learner.TRAINING)) {
      trials.addAll(trials("random", title, model, model.served(), prediction));
    }
    Learned early = model.early();
    if (early != null && !Features.lacks(title, Learner.LATE)) {
      trials.addAll(trials("release date", title, model, early, early.forest().predict(features)));
    }
    return trials.toArray(Row[]::new);
  }

  private static List<Row> trials(
      String split, Row title, UnitModel model, Learned learned, Forest.Prediction plain) {
    double predicted = learned.corrected(plain, title).mean();
    double last = model.lastValue(title, learned.training());
    return List.of(
        trial(split, FOREST, title, learned, predicted, plain),
        trial(split, MEAN, title, learned, learned.training().mean(), null),
        trial(split, LAST_VALUE, title, learned, last, null));
  }

  /**
   * One trial.
   *
   * @param plain what the trees alone say, for the intervals
   */
  private static Row trial(
      String split,
      String model,
      Row title,
      Learned learned,
      double predicted,
      Forest.@Nullable Prediction plain) {
    double value = title.<Double>getAs(Learner.VALUE);
    Levels levels = learned.training().levels();
    Calibration calibration = learned.calibration();
    Forest.Prediction corrected = plain == null ? null : learned.corrected(plain, title);
    return RowFactory.create(
        split,
        model,
        value,
        predicted,
        levels.of(value),
        levels.of(predicted),
        corrected == null ? null : calibration.covers(value, corrected),
        corrected == null ? null : calibration.width(corrected),
        plain == null ? null : Calibration.NORMAL.covers(value, plain),
        plain == null ? null : Calibration.NORMAL.width(plain));
  }

  /** The groups a title is counted in: all, each source that lists it, and its region. */
  public static String[] segments(Row title) {
    List<String> segments = new ArrayList<>(List.of(ALL));
    title
        .<String>getList(title.fieldIndex("source_names"))
        .forEach(source -> segments.add(SOURCE + source));
    String region = region(title);
    if (region != null) {
      segments.add(REGION + region);
    }
    return segments.toArray(String[]::new);
  }

  private static @Nullable String region(Row title) {
    if (Features.lacks(title, "countries")) {
      return null;
    }
    List<String> countries = title.getList(title.fieldIndex("countries"));
    return countries.isEmpty() ? null : Countries.region(countries.get(0));
  }
}
