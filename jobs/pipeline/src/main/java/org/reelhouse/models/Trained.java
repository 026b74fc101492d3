package org.reelhouse.models;

import java.util.Map;
import java.util.function.Consumer;
import org.reelhouse.storage.ModelFolder;

/**
 * A model that was trained in this run.
 *
 * @param rows it was trained on
 * @param parameters it was trained with, by name
 * @param content writes its files
 */
public record Trained(
    String model, long rows, Map<String, String> parameters, Consumer<ModelFolder> content) {}
