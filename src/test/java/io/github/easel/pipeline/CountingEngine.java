package io.github.easel.pipeline;

import io.github.easel.runtime.Engine;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/** Counts what another engine opens and what of it is closed. */
final class CountingEngine {

  /** One line for each network that was opened: its output, and whether its weights pass. */
  final List<String> opened = new ArrayList<>();

  /** How many are open. */
  int open;

  private final Engine engine;

  CountingEngine(Engine engine) {
    this.engine = engine;
  }

  Engine engine() {
    return (Engine)
        Proxy.newProxyInstance(
            Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, this::engineCall);
  }

  private Object engineCall(Object proxy, Method method, Object[] arguments) throws Throwable {
    Object result = call(engine, method, arguments);
    if (!(result instanceof Session session)) {
      return result;
    }
    boolean passing = arguments[0] instanceof NetworkGraph graph && graph.passing();
    opened.add(session.outputs().keySet().iterator().next() + (passing ? " passing" : ""));
    open++;
    return Proxy.newProxyInstance(
        Session.class.getClassLoader(),
        new Class<?>[] {Session.class},
        (self, inner, values) -> {
          if (inner.getName().equals("close")) {
            open--;
          }
          return call(session, inner, values);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
