package org.evenhand.kit.data.caller;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.evenhand.kit.web.security.Caller;
import org.hibernate.reactive.mutiny.Mutiny;

/** Runs after the security checks and Bean Validation, whose priorities are lower. */
@KnownCaller
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
public class KnownCallerInterceptor {

  private final Mutiny.SessionFactory sessions;
  private final CallerDirectory directory;
  private final Caller caller;

  @Inject
  KnownCallerInterceptor(Mutiny.SessionFactory sessions, CallerDirectory directory, Caller caller) {
    this.sessions = sessions;
    this.directory = directory;
    this.caller = caller;
  }

  @AroundInvoke
  Object proceed(InvocationContext operation) throws Exception {
    if (caller.isClient()) {
      return operation.proceed();
    }
    Uni<?> known = sessions.withSession(session -> directory.require(session, caller));
    if (Context.isOnEventLoopThread()) {
      return known.chain(() -> answer(operation));
    }
    // A method that reads a file or waits continues on a thread that may block
    await(known);
    return operation.proceed();
  }

  private static void await(Uni<?> known) throws Exception {
    try {
      Object ignored = VertxContextSupport.subscribeAndAwait(() -> known);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Uni<?> answer(InvocationContext operation) {
    try {
      return (Uni<?>) operation.proceed();
    } catch (Exception e) {
      return Uni.createFrom().failure(e);
    }
  }
}
