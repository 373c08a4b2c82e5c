package org.evenhand.local.canary;

/**
 * Words that must not be found where others than those whom they are meant for can read.
 *
 * @param what says whose they are without repeating them, such as "the name of L011"
 */
public record Canary(String what, String words) {}
