/** What the people of the sample company write and decide; made up, but not at random. */
@NullMarked
package org.evenhand.local.journey.script;

import org.jspecify.annotations.NullMarked;
