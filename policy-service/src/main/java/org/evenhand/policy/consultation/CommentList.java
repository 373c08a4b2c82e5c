package org.evenhand.policy.consultation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of a page of comments, for the document. */
record CommentList(List<CommentView> items, @Nullable String next) {}
