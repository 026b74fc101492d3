package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.normalize.draft.CreditDraft;
import org.reelhouse.normalize.draft.TitleDraft;

/** TMDB's lists of cast and crew, single or aggregated over the episodes of a series. */
final class TmdbCredits {
  private TmdbCredits() {}

  /** Adds the people of an object with the arrays {@code cast} and {@code crew}. */
  static void add(TitleDraft draft, JsonNode credits) {
    List<CreditDraft> cast = people("cast", JsonFields.array(credits, "cast"));
    List<CreditDraft> crew = people("crew", JsonFields.array(credits, "crew"));
    cast.forEach(draft::credit);
    crew.forEach(draft::credit);
    draft.cast(names(cast));
    List<String> directors =
        names(crew.stream().filter(member -> "Director".equals(member.job())).toList());
    if (directors != null) {
      draft.directors(directors);
    }
  }

  private static List<CreditDraft> people(String role, JsonNode array) {
    List<CreditDraft> people = new ArrayList<>();
    for (JsonNode person : array) {
      String name = JsonFields.text(person, "name");
      if (name != null) {
        people.add(credit(role, person, name, people.size()));
      }
    }
    return people.stream()
        .sorted(java.util.Comparator.comparingInt(CreditDraft::position))
        .toList();
  }

  private static CreditDraft credit(String role, JsonNode person, String name, int place) {
    boolean cast = role.equals("cast");
    return new CreditDraft(
        role,
        person.path("order").asInt(place),
        JsonFields.text(person, "id"),
        name,
        cast ? null : first(person, "job", "jobs"),
        cast ? null : JsonFields.text(person, "department"),
        cast ? first(person, "character", "roles") : null);
  }

  /** The field itself, or that of the first element of an aggregating array. */
  private static @Nullable String first(JsonNode person, String field, String aggregate) {
    String own = JsonFields.text(person, field);
    return own != null ? own : JsonFields.text(person.path(aggregate).path(0), field);
  }

  private static @Nullable List<String> names(List<CreditDraft> people) {
    List<String> names = people.stream().map(CreditDraft::name).distinct().toList();
    return names.isEmpty() ? null : names;
  }
}
