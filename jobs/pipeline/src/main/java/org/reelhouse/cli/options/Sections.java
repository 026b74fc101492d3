package org.reelhouse.cli.options;

import java.util.List;
import org.reelhouse.config.Section;
import org.reelhouse.config.SettingsReader;
import org.reelhouse.enrich.EnrichSettings;
import org.reelhouse.match.MatchSettings;
import org.reelhouse.models.ModelsSettings;
import org.reelhouse.pipeline.PipelineSettings;
import org.reelhouse.popularity.PopularitySettings;
import org.reelhouse.recommend.RecommendSettings;
import org.reelhouse.themes.ThemesSettings;
import org.reelhouse.trends.TrendsSettings;

/** All sections of the settings. A package with settings of its own is listed here. */
public final class Sections {
  private static final List<Section<?>> ALL =
      List.of(
          new Section<>("pipeline", PipelineSettings.class),
          new Section<>("enrich", EnrichSettings.class),
          new Section<>("match", MatchSettings.class),
          new Section<>("recommend", RecommendSettings.class),
          new Section<>("popularity", PopularitySettings.class),
          new Section<>("themes", ThemesSettings.class),
          new Section<>("trends", TrendsSettings.class),
          new Section<>("models", ModelsSettings.class));

  private Sections() {}

  /** Every section once. */
  public static List<Section<?>> all() {
    return ALL;
  }

  /** Reads the settings of all packages. */
  public static SettingsReader reader() {
    return new SettingsReader(ALL);
  }
}
