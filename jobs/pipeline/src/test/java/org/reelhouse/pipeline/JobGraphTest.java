package org.reelhouse.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.reelhouse.testing.ScriptedJob.idle;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reelhouse.Job;
import org.reelhouse.tables.Gold;
import org.reelhouse.tables.Ops;
import org.reelhouse.tables.Silver;
import org.reelhouse.tables.Table;

class JobGraphTest {
  private static final Job TITLES = idle("titles", Set.of(), Set.of(Silver.TITLE));
  private static final Job RATINGS = idle("ratings", Set.of(Silver.TITLE), Set.of(Silver.RATING));
  private static final Job STAR =
      idle("star", Set.of(Silver.TITLE, Silver.RATING), Set.of(Gold.DIM_TITLE));
  private static final Job THEMES = idle("themes", Set.of(Silver.TITLE), Set.of(Gold.THEME));

  private static final JobGraph GRAPH = JobGraph.of(List.of(STAR, THEMES, RATINGS, TITLES));

  @Test
  void ordersJobsSoThatEachComesAfterThoseItReadsFrom() {
    assertThat(GRAPH.jobs()).containsExactly(TITLES, THEMES, RATINGS, STAR);
  }

  @Test
  void namesTheJobsThatEachWaitsFor() {
    assertThat(GRAPH.upstream())
        .containsOnly(
            entry("titles", Set.of()),
            entry("themes", Set.of("titles")),
            entry("ratings", Set.of("titles")),
            entry("star", Set.of("titles", "ratings")));
  }

  @Test
  void findsAllThatWaitForAJobDirectlyOrNot() {
    assertThat(GRAPH.from("ratings")).containsExactlyInAnyOrder("ratings", "star");
    assertThat(GRAPH.from("titles")).hasSize(4);
  }

  @Test
  void aJobMayReadWhatItWroteItself() {
    Job history = idle("history", Set.of(Gold.FACT_POPULARITY), Set.of(Gold.FACT_POPULARITY));

    assertThat(JobGraph.of(List.of(history)).upstream()).containsOnly(entry("history", Set.of()));
  }

  @Test
  void jobsThatEachKeepRowsOfTheirOwnInOneTableWaitForNobody() {
    Set<Table> versions = Set.of(Ops.MODEL_VERSION);

    JobGraph graph =
        JobGraph.of(List.of(idle("one", versions, versions), idle("other", versions, versions)));

    assertThat(graph.upstream().values()).containsOnly(Set.of());
  }

  @Test
  void refusesJobsThatWaitForEachOther() {
    Job back = idle("back", Set.of(Silver.RATING), Set.of(Silver.TITLE));

    assertThatThrownBy(() -> JobGraph.of(List.of(RATINGS, back)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("[ratings, back]");
  }
}
