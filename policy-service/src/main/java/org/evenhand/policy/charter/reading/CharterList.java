package org.evenhand.policy.charter.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of charters, for the document. */
public record CharterList(List<CharterView> items, @Nullable String next) {}
