package org.evenhand.review.review;

/** The answer to a question of the policy's form. */
public record FormAnswer(String question, String text) {}
