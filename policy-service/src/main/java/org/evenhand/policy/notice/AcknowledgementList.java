package org.evenhand.policy.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of receipts, for the document. */
record AcknowledgementList(List<AcknowledgementView> items, @Nullable String next) {}
