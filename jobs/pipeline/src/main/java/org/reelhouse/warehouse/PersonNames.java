package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.udf;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;

/** Spellings of a person's name made comparable. */
final class PersonNames {
  /** Accents of Latin, Greek and Cyrillic letters; marks of other scripts are letters to them. */
  private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final UserDefinedFunction KEY =
      udf((UDF1<String, String>) PersonNames::keyOf, DataTypes.StringType).asNonNullable();

  private PersonNames() {}

  /** {@link #keyOf} of a column. SQL has no function that takes accents away. */
  static Column key(Column name) {
    return KEY.apply(name);
  }

  /**
   * The letters and digits of a name in lower case without accents, one blank between words; the
   * name itself if it has neither letters nor digits.
   */
  static String keyOf(String name) {
    String apart = Normalizer.normalize(name, Normalizer.Form.NFKD);
    String bare = Normalizer.normalize(ACCENTS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
    String key = SEPARATORS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    return key.isEmpty() ? name.strip() : key;
  }
}
