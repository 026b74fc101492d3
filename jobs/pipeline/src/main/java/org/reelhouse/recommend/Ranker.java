package org.reelhouse.recommend;

/** One way to order titles for a user. */
interface Ranker {

  /** Scores of all titles for a user, higher is better. */
  float[] scores(int user);

  /** The same scores less their mean and over their deviation, so that rankers can be added. */
  default float[] standardized(int user) {
    float[] scores = scores(user);
    double sum = 0;
    double squares = 0;
    for (float score : scores) {
      sum += score;
      squares += (double) score * score;
    }
    double mean = sum / scores.length;
    double deviation = Math.sqrt(Math.max(0, squares / scores.length - mean * mean));
    float[] standardized = new float[scores.length];
    for (int title = 0; title < scores.length; title++) {
      standardized[title] = deviation == 0 ? 0 : (float) ((scores[title] - mean) / deviation);
    }
    return standardized;
  }
}
