package org.evenhand.review.growth.peer;

import java.util.UUID;

/**
 * Somebody who is named as a peer.
 *
 * @param statusSeen the last change of their status by then
 */
public record Peer(UUID id, long statusSeen) {}
