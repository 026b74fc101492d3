/**
 * Parts of rows that are drawn by a hash of a key, for every feature that holds rows out or looks
 * at some of them. The same key is drawn in every run, whatever other rows there are and however
 * they are stored; only the key and a seed decide.
 */
@NullMarked
package org.reelhouse.sampling;

import org.jspecify.annotations.NullMarked;
