package org.evenhand.local.journey.api;

import java.net.URI;
import java.nio.file.Path;
import org.evenhand.local.process.LocalClock;

/**
 * Where a journey finds things once the stack is ready.
 *
 * @param gateway the only door of the API, without a trailing slash
 * @param issuer the realm's address, which is also the issuer of its tokens
 * @param kafka bootstrap server, for looking at topics as a consumer outside
 * @param postgres the port of the database server, for looking at what a service keeps
 * @param files the folder with sample-company.csv, sample-roles.csv and real-year/
 * @param logs the folder with a log of each part
 * @param clock what time it is for the services
 */
public record StackAddresses(
    URI gateway, URI issuer, String kafka, int postgres, Path files, Path logs, LocalClock clock) {}
