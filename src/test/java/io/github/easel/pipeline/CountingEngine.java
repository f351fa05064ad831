package io.github.easel.pipeline;

import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what another engine opens and what of it is closed. */
final class CountingEngine {

  /** One line for each network that was opened: its output, and whether its weights pass. */
  final List<String> opened = new ArrayList<>();

  /** How many are open. */
  int open;

  /** How often buffers were made for a network's runs, by its output. */
  final Map<String, Integer> bound = new TreeMap<>();

  /** How often it ran. */
  final Map<String, Integer> runs = new TreeMap<>();

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
    opened.add(name(session) + (passing ? " passing" : ""));
    open++;
    return Proxy.newProxyInstance(
        Session.class.getClassLoader(),
        new Class<?>[] {Session.class},
        (self, inner, values) -> {
          if (inner.getName().equals("close")) {
            open--;
          }
          Object made = call(session, inner, values);
          return made instanceof BoundRun run ? counted(name(session), run) : made;
        });
  }

  private BoundRun counted(String name, BoundRun run) {
    bound.merge(name, 1, Integer::sum);
    return (BoundRun)
        Proxy.newProxyInstance(
            BoundRun.class.getClassLoader(),
            new Class<?>[] {BoundRun.class},
            (self, method, arguments) -> {
              if (method.getName().equals("execute")) {
                runs.merge(name, 1, Integer::sum);
              }
              return call(run, method, arguments);
            });
  }

  private static String name(Session session) {
    return session.outputs().keySet().iterator().next();
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
