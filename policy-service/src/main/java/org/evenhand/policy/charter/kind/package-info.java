/** The kinds of duty that a charter can speak of, and what it may say of each. */
@NullMarked
package org.evenhand.policy.charter.kind;

import org.jspecify.annotations.NullMarked;
