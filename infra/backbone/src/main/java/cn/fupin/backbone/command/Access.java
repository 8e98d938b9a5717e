package cn.fupin.backbone.command;

import cn.fupin.backbone.division.Division;
import cn.fupin.backbone.division.Lineage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Who may do what, and where. A role has permissions, written {@code household.survey}, {@code
 * household.*} or {@code *}; a minus before one takes it away again, whatever else is written. The
 * sender's region must cover the one the deed lies in, unless the role has {@code everywhere}. A
 * service that names no role enforces nothing.
 */
public final class Access {
    static final String METADATA = "access";
    private static final String EVERYWHERE = "everywhere";

    /** Which region lies in which. */
    @FunctionalInterface
    public interface Territory {
        boolean covers(String actorsRegion, String region);

        /** By the digits of the codes alone. */
        static boolean byDigits(String actorsRegion, String region) {
            return Division.isWithin(region, actorsRegion);
        }

        /**
         * By the lineage of today: what an abolished township was belongs to whoever has its
         * villages now, and stays open to the region whose code it bears.
         *
         * @param lineage what the service has heard of by now
         */
        static Territory ofToday(Supplier<Lineage> lineage) {
            return (actorsRegion, region) ->
                    byDigits(actorsRegion, region) || lineage.get().liesIn(region, actorsRegion);
        }
    }

    private final Map<String, List<String>> roles;
    private final Territory territory;

    public Access(Map<String, List<String>> roles, Territory territory) {
        this.roles = Map.copyOf(roles);
        this.territory = territory;
    }

    public boolean isEnforced() {
        return !roles.isEmpty();
    }

    /** Whether the role has the permission in some region. */
    public boolean allows(String role, String permission) {
        var granted = roles.getOrDefault(role, List.of());
        return granted.stream().anyMatch(p -> matches(p, permission))
                && granted.stream()
                        .filter(p -> p.startsWith("-"))
                        .noneMatch(p -> matches(p.substring(1), permission));
    }

    private static boolean matches(String pattern, String permission) {
        return pattern.equals("*")
                || pattern.equals(permission)
                || (pattern.endsWith(".*")
                        && permission.startsWith(pattern.substring(0, pattern.length() - 1)));
    }

    /** Refuses who has not the permission at all. */
    public void check(Actor actor, String permission) {
        if (isEnforced() && !allows(actor.role(), permission)) {
            throw new Denied(actor, permission, null);
        }
    }

    /** Refuses who has not the permission, or not there. */
    public void check(Actor actor, String permission, String region) {
        check(actor, permission);
        if (isEnforced() && !covers(actor, region)) throw new Denied(actor, permission, region);
    }

    private boolean covers(Actor actor, String region) {
        return roles.getOrDefault(actor.role(), List.of()).contains(EVERYWHERE)
                || territory.covers(actor.region(), region);
    }

    /**
     * Asked by a stream that is about to decide, once it knows where it lies; what a program of the
     * service enters by itself is not asked for.
     */
    public static void check(Command command, String region) {
        if (!CurrentUnitOfWork.isStarted()) return;
        var metadata = CurrentUnitOfWork.get().getMessage().getMetaData();
        if (metadata.get(METADATA) instanceof Access access) {
            access.check(Envelope.actorOf(metadata), permissionOf(command), region);
        }
    }

    /**
     * Whether whoever sends the command being decided is entitled to a region; a program of the
     * service is to every one.
     */
    public static boolean covers(String region) {
        if (!CurrentUnitOfWork.isStarted()) return true;
        // A guard is within the unit of work of an event; who sends is said by the command's.
        var metadata = CurrentUnitOfWork.get().root().getMessage().getMetaData();
        return !(metadata.get(METADATA) instanceof Access access)
                || !access.isEnforced()
                || access.covers(Envelope.actorOf(metadata), region);
    }

    static String permissionOf(Command command) {
        return needs(command.getClass()).permission();
    }

    static Needs needs(Class<?> command) {
        return Objects.requireNonNull(command.getAnnotation(Needs.class), command::getName);
    }
}
