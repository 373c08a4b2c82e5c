package org.evenhand.local.canary;

/**
 * Words that must not be found where people can read for whom they aren't meant.
 *
 * @param what says whose they are without repeating them, such as "the name of L011"
 */
public record Canary(String what, String words) {}
