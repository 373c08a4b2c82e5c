package org.evenhand.gateway.routing;

/**
 * One line of the table.
 *
 * @param imports whether a POST here is a bulk import, with a bound of its own
 */
public record Route(String prefix, Upstream upstream, boolean imports) {}
