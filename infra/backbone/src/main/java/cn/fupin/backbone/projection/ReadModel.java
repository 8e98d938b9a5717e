package cn.fupin.backbone.projection;

import java.util.Set;

/**
 * Tables made from messages. A bean of this type is run by the backbone: see {@code
 * ProjectionRunner}.
 */
public sealed interface ReadModel permits Projection, Lookup {

    /** In snake_case, at most 40 letters; the tables live in the schema {@code <name>_<n>}. */
    String name();

    /** The topics it reads: {@code fupin.household}, … */
    Set<String> topics();

    /** Unqualified {@code create table} statements; run once, in the model's own schema. */
    String ddl();
}
