/**
 * Two people agree that a duty needn't be done: somebody who answers for it proposes, somebody else
 * agrees, and one of them is HR. Until then it is owed, falls late and escalates as ever; whoever
 * it waits for has it among their tasks.
 */
@NullMarked
package org.evenhand.kit.data.waiver;

import org.jspecify.annotations.NullMarked;
