/**
 * Charters: how long HR and managers may take for each kind of duty, and who hears of it when they
 * are late. Signed by both sides, and followed by all services.
 */
@NullMarked
package org.evenhand.policy.charter;

import org.jspecify.annotations.NullMarked;
