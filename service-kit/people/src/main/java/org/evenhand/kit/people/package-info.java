/** Names the people in the answers of services that know people by id alone. */
@NullMarked
package org.evenhand.kit.people;

import org.jspecify.annotations.NullMarked;
