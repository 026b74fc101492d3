package org.reelhouse.normalize.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.reelhouse.config.DatasetSettings;
import org.reelhouse.normalize.draft.DraftRules;
import org.reelhouse.normalize.draft.Rejection;
import org.reelhouse.normalize.draft.TitleDraft;
import org.reelhouse.normalize.values.ExternalIds;
import org.reelhouse.raw.RawLayout;
import org.reelhouse.raw.RawRecord;
import org.reelhouse.reference.Kind;

/**
 * Answers of TMDB's API, version 3. Films and series are numbered apart and an answer does not say
 * which it is about, so datasets of series have names that begin with {@code series}.
 *
 * @param lists names of the top-level arrays whose elements are titles; none for answers that each
 *     tell one thing of one title
 */
record TmdbApi(List<String> lists) implements TitleFormat {
  private static final long serialVersionUID = 1L;

  /** {@code tmdb-api}: details, and lists such as discover, similar and recommendations. */
  static TmdbApi titles() {
    return new TmdbApi(List.of("results"));
  }

  /** {@code tmdb-api-parts}: credits, keywords, identifiers, translations … of one title each. */
  static TmdbApi parts() {
    return new TmdbApi(List.of());
  }

  @Override
  public RawLayout layout(DatasetSettings dataset) {
    return new RawLayout.Json(lists);
  }

  @Override
  public TitleDraft read(RawRecord record) throws Rejection {
    JsonNode answer = record.json();
    if (answer == null || !answer.isObject()) {
      throw new Rejection("malformed", "no JSON object");
    }
    TitleDraft draft = draft(answer, record.dataset().startsWith("series"));
    return lists.isEmpty()
        ? part(draft, answer)
        : DraftRules.required(TmdbTitle.describe(draft, answer));
  }

  private static TitleDraft draft(JsonNode answer, boolean series) throws Rejection {
    String id = ExternalIds.number(JsonFields.text(answer, "id"));
    if (id == null) {
      throw new Rejection("missing_id", "id is " + answer.path("id"));
    }
    return series
        ? new TitleDraft("tv/" + id).kind(Kind.SERIES).externalId("tmdb_tv", id)
        : new TitleDraft("movie/" + id).kind(Kind.MOVIE).externalId("tmdb", id);
  }

  /** A draft without a title, which supplements that of the details. */
  private static TitleDraft part(TitleDraft draft, JsonNode answer) throws Rejection {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    String name = partName(answer);
    if (name == null) {
      throw new Rejection("not_a_title", "the answer says nothing of a title that is kept");
    }
    whole.set(name, answer);
    return TmdbTitle.describe(draft, whole);
  }

  private static @Nullable String partName(JsonNode answer) {
    if (answer.has("cast") || answer.has("crew")) {
      return "credits";
    }
    if (answer.has("translations") || answer.has("keywords")) {
      return answer.has("keywords") ? "keywords" : "translations";
    }
    if (answer.has("imdb_id")) {
      return "external_ids";
    }
    return answer.has("titles")
        ? "alternative_titles"
        : resultsName(answer.path("results").path(0));
  }

  /** What an unnamed list of results is, by the fields of its elements. */
  private static @Nullable String resultsName(JsonNode element) {
    if (element.has("rating") && element.has("iso_3166_1")) {
      return "content_ratings";
    }
    if (element.has("release_dates")) {
      return "release_dates";
    }
    if (element.has("title") && element.has("iso_3166_1")) {
      return "alternative_titles";
    }
    return element.has("name") && element.size() == 2 ? "keywords" : null;
  }
}
