package cn.fupin.backbone.command;

import tools.jackson.databind.node.ObjectNode;

/**
 * What a service asks of the texts of its commands beyond what is asked of all: for what it takes
 * its own data to know.
 */
@FunctionalInterface
public interface BodyRule {
    /**
     * @param body with what the path names
     * @throws Malformed naming the field
     */
    void check(ObjectNode body);
}
