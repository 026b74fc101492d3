package org.reelhouse.recommend;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;
import org.reelhouse.config.InvalidSetting;
import org.reelhouse.config.Require;
import org.reelhouse.reference.AgeRatings;
import org.reelhouse.reference.Countries;
import org.reelhouse.reference.Kind;

/**
 * How titles are recommended. Executors hold it too.
 *
 * @param perUser titles for each user
 * @param similar titles for each title
 * @param similarFrom ratings a title needs to have or to be a similar title
 * @param personalFrom ratings a user needs for personal recommendations
 * @param candidates titles that can be recommended, the most-rated first; bounds what each executor
 *     holds
 * @param filter what every recommended title must be
 * @param model which of the designs serves, {@value #QUICK} or {@value #BEST}
 * @param quick models that cost little
 * @param best models that rank and expect best
 * @param alsBudget of one ALS, as {@code ratings · iterations · rank²}; a dearer one gets a lower
 *     rank
 * @param seed of everything random
 * @param partitions slices of the training rows; part of the model's definition like its seed, and
 *     independent of the cluster, so that results do not depend on it
 */
public record RecommendSettings(
    int perUser,
    int similar,
    int similarFrom,
    int personalFrom,
    int candidates,
    NewTitles newTitles,
    Filter filter,
    Content content,
    SimilarTitles similarTitles,
    Audiences audiences,
    String model,
    Design quick,
    Design best,
    double alsBudget,
    long seed,
    int partitions,
    Evaluation evaluation)
    implements Serializable {
  /** Names a design. */
  public static final String QUICK = "quick";

  /** Names the other. */
  public static final String BEST = "best";

  public RecommendSettings {
    Require.between("per-user", perUser, 1, 1000);
    Require.between("similar", similar, 1, 1000);
    Require.atLeast("similar-from", similarFrom, 1);
    Require.atLeast("personal-from", personalFrom, 1);
    Require.between("candidates", candidates, 1, 10_000_000);
    Require.between("partitions", partitions, 1, 100_000);
    Require.present("new-titles", newTitles);
    Require.present("filter", filter);
    Require.present("content", content);
    Require.present("similar-titles", similarTitles);
    Require.present("audiences", audiences);
    Require.oneOf("model", model, List.of(QUICK, BEST));
    Require.present("quick", quick);
    Require.present("best", best);
    Require.atLeast("als-budget", alsBudget, 1);
    Require.present("evaluation", evaluation);
  }

  /** The design that serves. */
  public Design design() {
    return BEST.equals(model) ? best : quick;
  }

  /**
   * The models that are fitted together.
   *
   * @param titleLinks that both use
   */
  public record Design(TitleLinks titleLinks, RatingModel rating, RankingModel ranking)
      implements Serializable {
    public Design {
      Require.present("title-links", titleLinks);
      Require.present("rating", rating);
      Require.present("ranking", ranking);
    }
  }

  /**
   * How titles that hardly anybody rated reach a list: by their content.
   *
   * @param below ratings that a title which is not new has
   * @param personal last places of a personal list that are theirs
   * @param fallback last places of a list of popular titles that are theirs
   */
  public record NewTitles(int below, int personal, int fallback) implements Serializable {
    public NewTitles {
      Require.atLeast("below", below, 1);
      Require.between("personal", personal, 0, 1000);
      Require.between("fallback", fallback, 0, 1000);
    }
  }

  /**
   * What every recommended title must be, in every part of a list.
   *
   * @param kinds of which it must be one; any where empty
   * @param platforms of which one must offer it; any or none where empty
   * @param countries of production of which it must have one, as codes; any where empty
   * @param ageRating highest age rating as a label such as PG-13, or an age; {@value #ANY} for no
   *     bound
   */
  public record Filter(
      List<String> kinds, List<String> platforms, List<String> countries, String ageRating)
      implements Serializable {
    /** No bound on the age. */
    public static final String ANY = "any";

    public Filter {
      kinds = Require.full("kinds", kinds);
      kinds.forEach(kind -> Require.oneOf("kinds", kind, Kind.ofTitles()));
      platforms = Require.full("platforms", platforms);
      countries = Require.full("countries", countries);
      countries.forEach(country -> Require.oneOf("countries", country, Countries.codes()));
      if (!ANY.equals(Require.present("age-rating", ageRating))
          && AgeRatings.youngest(ageRating).isEmpty()) {
        throw new InvalidSetting(
            "age-rating",
            "must be " + ANY + ", an age or a label such as PG-13 but is " + ageRating);
      }
    }

    /** Youngest age that every recommended title is fit for, or empty for no bound. */
    public OptionalInt age() {
      return ANY.equals(ageRating) ? OptionalInt.empty() : AgeRatings.youngest(ageRating);
    }
  }

  /**
   * How titles are compared by content: shares of the similarity, from 0 to 1 in all.
   *
   * @param text words of title and overview
   * @param people cast and directors, companies, collection
   * @param genres genres and keywords
   * @param kind whether both are of one kind
   * @param time how near their years of release are
   * @param terms of a title that are kept in each of these, those that weigh most
   * @param block titles that share a term, beyond which the term alone brings no two together
   */
  public record Content(
      double text, double people, double genres, double kind, double time, int terms, int block)
      implements Serializable {
    public Content {
      Require.between("text", text, 0, 1);
      Require.between("people", people, 0, 1);
      Require.between("genres", genres, 0, 1);
      Require.between("kind", kind, 0, 1);
      Require.between("time", time, 0, 1);
      if (Math.abs(text + people + genres + kind + time - 1) > 1e-9) {
        throw new InvalidSetting(
            "text",
            "must make 1 with people, genres, kind and time but all make "
                + (text + people + genres + kind + time));
      }
      Require.between("terms", terms, 1, 1000);
      Require.between("block", block, 2, 10_000);
    }
  }

  /**
   * How similar titles are found.
   *
   * @param behaviour greatest share of the similarity that who rated both makes
   * @param damping ratings of the less rated title at which it makes half of that
   */
  public record SimilarTitles(double behaviour, double damping) implements Serializable {
    public SimilarTitles {
      Require.between("behaviour", behaviour, 0, 1);
      Require.atLeast("damping", damping, 0);
    }
  }

  /**
   * The influence of a rated title on the choice of others.
   *
   * @param maxRatings that the links are learned from, about: all of some users
   * @param perTitle titles that have an influence on a title, at most
   * @param popularityPower of the product of two titles' ratings, by which their common ones are
   *     divided to find these; 0.5 is the cosine
   * @param ridge of the regression that weighs them
   */
  public record TitleLinks(int maxRatings, int perTitle, double popularityPower, double ridge)
      implements Serializable {
    public TitleLinks {
      Require.atLeast("max-ratings", maxRatings, 0);
      Require.between("per-title", perTitle, 1, 1000);
      Require.between("popularity-power", popularityPower, 0, 1);
      Require.atLeast("ridge", ridge, 0.001);
    }
  }

  /**
   * How users are gathered in audiences.
   *
   * @param least audiences that are tried
   * @param most audiences that are tried
   * @param sample users, chosen by a hash, that audiences are found by
   * @param usersPerAudience users that an audience needs on average
   */
  public record Audiences(int least, int most, int sample, int usersPerAudience)
      implements Serializable {
    public Audiences {
      Require.between("least", least, 2, 1000);
      Require.between("most", most, least, 1000);
      Require.between("sample", sample, 100, 1_000_000);
      Require.atLeast("users-per-audience", usersPerAudience, 1);
    }
  }

  /**
   * The model of the rating a user would give.
   *
   * @param rank number of factors
   * @param iterations rounds of alternating least squares
   * @param regularization weight of the factors' squares, for each rating
   * @param tried other ranks and regularizations, of which the best on held-out ratings is taken
   * @param titleDamping ratings at the mean that each title's bias is drawn down by
   * @param userDamping ratings at the mean that each user's bias is drawn down by
   */
  public record RatingModel(
      int rank,
      int iterations,
      double regularization,
      List<Factors> tried,
      double titleDamping,
      double userDamping)
      implements Serializable {
    public RatingModel {
      tried = List.copyOf(Require.present("tried", tried));
      Require.between("rank", rank, 1, 1000);
      Require.between("iterations", iterations, 1, 1000);
      Require.atLeast("regularization", regularization, 0);
      Require.atLeast("title-damping", titleDamping, 0);
      Require.atLeast("user-damping", userDamping, 0);
    }

    /** Those tried first. */
    public Factors factors() {
      return new Factors(rank, regularization);
    }
  }

  /**
   * One ALS.
   *
   * @param rank number of factors
   * @param regularization weight of the factors' squares, for each rating
   */
  public record Factors(int rank, double regularization) implements Serializable {
    public Factors {
      Require.between("rank", rank, 1, 1000);
      Require.atLeast("regularization", regularization, 0);
    }
  }

  /**
   * The model of which titles a user would choose.
   *
   * @param factors of each ALS; their scores are added
   * @param recentDays after which a rating counts 1/e for what is popular of late; 0: that counts
   *     for nothing
   */
  public record RankingModel(List<Preferences> factors, double recentDays) implements Serializable {
    public RankingModel {
      factors = Require.full("factors", factors);
      if (factors.isEmpty()) {
        throw new InvalidSetting("factors", "must name at least one ALS");
      }
      Require.atLeast("recent-days", recentDays, 0);
    }
  }

  /**
   * One ALS on implicit preferences.
   *
   * @param rank number of factors
   * @param iterations rounds of alternating least squares
   * @param regularization weight of the factors' squares, for each rating
   * @param alpha how much more a rated title counts than one that is not, for a rating of 10
   */
  public record Preferences(int rank, int iterations, double regularization, double alpha)
      implements Serializable {
    public Preferences {
      Require.between("rank", rank, 1, 1000);
      Require.between("iterations", iterations, 1, 1000);
      Require.atLeast("regularization", regularization, 0);
      Require.atLeast("alpha", alpha, 0);
    }
  }

  /**
   * How the models are measured on ratings they were not trained on.
   *
   * @param heldOut which ratings are held out, {@value #RANDOM} ones or the {@value #NEWEST}
   * @param share of the ratings held out, 0 for no evaluation
   * @param maxRatings that take part, about; all of each user who does
   * @param users whose whole ranking is measured, at most
   * @param cutoff length of the list that is measured
   */
  public record Evaluation(String heldOut, double share, int maxRatings, int users, int cutoff)
      implements Serializable {
    /** Any ratings, chosen by a hash of user and title. */
    public static final String RANDOM = "random";

    /** The newest ratings. */
    public static final String NEWEST = "newest";

    public Evaluation {
      Require.oneOf("held-out", heldOut, List.of(RANDOM, NEWEST));
      Require.between("share", share, 0, 0.5);
      Require.atLeast("max-ratings", maxRatings, 100);
      Require.atLeast("users", users, 1);
      Require.between("cutoff", cutoff, 1, 1000);
    }
  }
}
