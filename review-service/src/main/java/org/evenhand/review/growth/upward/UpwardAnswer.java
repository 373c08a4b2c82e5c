package org.evenhand.review.growth.upward;

/**
 * What somebody says to one of the questions.
 *
 * @param question its number, from 1
 */
public record UpwardAnswer(int question, String text) {}
