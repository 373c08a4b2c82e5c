package org.evenhand.gateway.feed;

import java.util.Set;

/**
 * A topic that consumers outside may read.
 *
 * @param compacted whether it keeps the last record of a key alone
 * @param types all types of its events, as in the catalogue
 */
record PublicTopic(String name, boolean compacted, Set<String> types) {}
