package org.reelhouse.config;

/**
 * A part of the settings that belongs to one package.
 *
 * @param key it stands under
 * @param type the record it is bound to, whose constructor checks it
 */
public record Section<T extends Record>(String key, Class<T> type) {}
