package cn.fupin.local;

import java.util.List;
import java.util.Locale;

/** What the system consists of: two servers and four services, each with its port. */
public enum Program {
    POSTGRESQL("PostgreSQL", 15432),
    KAFKA("Kafka", 19092),
    HOUSEHOLD("household-service", 8081),
    PROJECT("project-service", 8082),
    FUNDING("funding-service", 8083),
    REPORTING("reporting-service", 8084);

    public static final List<Program> SERVICES = List.of(HOUSEHOLD, PROJECT, FUNDING, REPORTING);

    final String title;
    final int usualPort;

    Program(String title, int usualPort) {
        this.title = title;
        this.usualPort = usualPort;
    }

    public String title() {
        return title;
    }

    /** The variable that moves this program to another port. */
    String portVariable() {
        return "FUPIN_PORT_" + name();
    }

    /** The service's own database, and the role of the same name. */
    public String database() {
        return "fupin_" + name().toLowerCase(Locale.ROOT);
    }

    /** The service's jar below the repository; its libraries lie beside it. */
    String jar() {
        return "%s/target/%s.jar".formatted(title, title);
    }
}
