package org.reelhouse.models;

import java.util.List;
import org.reelhouse.tables.Table;

/**
 * What is watched of a model.
 *
 * @param table that the model is trained on
 * @param distributions of its inputs and predictions in this run
 */
public record Watched(String model, Table table, List<Distribution> distributions) {}
