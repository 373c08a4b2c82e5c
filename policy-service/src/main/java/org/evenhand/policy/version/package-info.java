/**
 * Policies and their versions: what they are, what state they are in, and what they tell. Every
 * step on a version goes to the aggregate here, also those of the other features.
 */
@NullMarked
package org.evenhand.policy.version;

import org.jspecify.annotations.NullMarked;
