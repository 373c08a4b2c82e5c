package org.evenhand.kit.data.caller;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On every resource: its operations are closed to a person whom the directory doesn't know, or who
 * has left, with 403 employee-unknown. Asked after the request was found well-formed, which it is
 * for everyone or for nobody, and before anything else is looked up.
 */
@InterceptorBinding
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface KnownCaller {}
