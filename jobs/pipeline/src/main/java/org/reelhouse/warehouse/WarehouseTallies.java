package org.reelhouse.warehouse;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.reelhouse.Tally;
import org.reelhouse.lake.Lake;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

/** Accounts for the silver rows: what was read against what the commits wrote. */
final class WarehouseTallies {
  private WarehouseTallies() {}

  static List<Tally> of(Lake lake, Star star, Map<Table, Long> written) {
    Row sources = counts(star);
    return List.of(
        whole(lake, Silver.TITLE, published(written, Gold.DIM_TITLE)),
        whole(lake, Silver.RATING, published(written, Gold.FACT_RATING)),
        credits(lake, star, published(written, Gold.BRIDGE_TITLE_PERSON)),
        sourceTitles(lake, sources.getLong(0), sources.getLong(1)),
        whole(lake, Silver.TITLE_SOURCE, sources.getLong(2)));
  }

  private static Tally whole(Lake lake, Table input, long out) {
    return Tally.whole(input.name(), lake.count(input), out);
  }

  private static Tally credits(Lake lake, Star star, long parts) {
    long credits = lake.count(Silver.SOURCE_CREDIT);
    Column folded = col("credits").minus(1);
    long merged = star.parts().agg(coalesce(sum(folded), lit(0L))).head().getLong(0);
    return new Tally(Silver.SOURCE_CREDIT.name(), credits, credits, parts, merged, 0);
  }

  /** The source titles that offer a title or speak of its popularity. */
  private static Tally sourceTitles(Lake lake, long out, long merged) {
    long taken =
        lake.read(Silver.SOURCE_TITLE)
            .filter(SourceTitles.OFFERS.or(SourceTitles.SPEAKS_OF_POPULARITY))
            .count();
    return new Tally(
        Silver.SOURCE_TITLE.name(), lake.count(Silver.SOURCE_TITLE), taken, out, merged, 0);
  }

  /** Source titles that stand in a fact, that another one stands for, and that have a title. */
  private static Row counts(Star star) {
    Column offers = SourceTitles.OFFERS;
    Column speaks = SourceTitles.SPEAKS_OF_POPULARITY;
    Column stands =
        offers.and(col("offer_rank").equalTo(1)).or(speaks.and(col("popularity_rank").equalTo(1)));
    Column known = col("title_id").isNotNull();
    return star.sourceTitles()
        .agg(
            count_if(known.and(stands)),
            count_if(known.and(offers.or(speaks)).and(not(stands))),
            count_if(known))
        .head();
  }

  private static long published(Map<Table, Long> written, Table table) {
    return Objects.requireNonNull(written.get(table));
  }
}
