package org.reelhouse.models;

import java.util.List;
import org.reelhouse.tables.Table;

/**
 * How inputs and predictions of a model are distributed in one run.
 *
 * @param table that the model is fitted to
 */
public record Monitored(Table table, List<Distribution> distributions) {}
