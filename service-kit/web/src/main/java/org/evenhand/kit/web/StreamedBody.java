package org.evenhand.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource method that reads its body as a stream (bulk imports): the bound is {@code
 * evenhand.stream-limit} instead of {@code evenhand.body-limit}, and nothing is kept in memory. The
 * method takes an {@code InputStream} and is {@code @Blocking}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamedBody {}
