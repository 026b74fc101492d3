package org.reelhouse.models;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reelhouse.storage.ModelFolder;
import org.reelhouse.tables.Silver;

/**
 * A model that is a text, whose quality is given.
 *
 * @param text none where there is too little to fit it to
 * @param layout of its files
 */
record TextModel(
    String name, Optional<String> text, Measure measure, Description description, int layout)
    implements TrainedModel<String> {

  static TextModel of(String text, double npmi) {
    return of("themes", Optional.of(text), npmi, 1);
  }

  static TextModel of(String name, Optional<String> text, double npmi, int layout) {
    return new TextModel(
        name,
        text,
        new Measure(name, "npmi", "all", npmi, 10, Measure.ALL),
        new Description(10, Map.of("k", "v")),
        layout);
  }

  @Override
  public Optional<String> fit() {
    return text;
  }

  @Override
  public List<Measure> measure(String fitted) {
    return List.of(measure);
  }

  @Override
  public Description describe(String fitted) {
    return description;
  }

  @Override
  public void save(String fitted, ModelFolder folder) {
    folder.save("text", fitted);
  }

  @Override
  public String open(SavedVersion saved) {
    return saved.folder().text("text");
  }

  @Override
  public Monitored monitor(String serving) {
    double length = text.orElseThrow().length();
    return new Monitored(
        Silver.TITLE, List.of(Distribution.of("length", Collections.nCopies(100, length))));
  }
}
