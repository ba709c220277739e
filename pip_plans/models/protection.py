"""Database triggers that keep the content of an established version as it is."""

import pgtrigger

# Locks the version while its row is looked at: nobody can add a goal to a version that is just being established.
CONTENT_OF_ESTABLISHED = """
    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM pip_plans_pipversion WHERE id IN (OLD.version_id, NEW.version_id) AND status = 'vastgesteld'
    ) THEN
        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
GOAL_OF_ANOTHER_VERSION = """
    IF NOT EXISTS (SELECT 1 FROM pip_plans_goal WHERE id = NEW.goal_id AND version_id = NEW.version_id) THEN
        RAISE EXCEPTION 'An agreement belongs to a goal of its own version.';
    END IF;
    RETURN NEW;
"""
CONDITION_OF_ESTABLISHED = """
    PERFORM 1 FROM pip_plans_pipversion WHERE id IN (
        SELECT version_id FROM pip_plans_response WHERE id IN (OLD.response_id, NEW.response_id)
    ) FOR SHARE;
    IF EXISTS (
        SELECT 1 FROM pip_plans_pipversion version JOIN pip_plans_response response ON response.version_id = version.id
        WHERE response.id IN (OLD.response_id, NEW.response_id) AND version.status = 'vastgesteld'
    ) THEN
        RAISE EXCEPTION 'This version of the PIP was established and cannot change.';
    END IF;
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
"""
# An established version rests on what the former gemeente decided (Wet inburgering 2021, artikel 15 lid 4).
PREVIOUS_PIP_OF_ESTABLISHED = """
    IF EXISTS (SELECT 1 FROM pip_plans_pipversion WHERE pip_id = OLD.id AND status = 'vastgesteld') THEN
        RAISE EXCEPTION 'A version of this PIP was established: what it rests on cannot change.';
    END IF;
    RETURN NEW;
"""
# Examination at A2 in the B1-route rests on the hours (Besluit inburgering 2021, artikel 5.5).
HOURS_OF_ESTABLISHED = """
    IF EXISTS (
        SELECT 1 FROM pip_plans_pipversion
        WHERE pip_id = OLD.pip_id AND status = 'vastgesteld' AND leerroute = 'B' AND niveau = 'A2'
    ) THEN
        RAISE EXCEPTION 'A version that rests on these hours was established: they cannot go away.';
    END IF;
    RETURN OLD;
"""


def protect_content(name: str) -> pgtrigger.Trigger:
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Insert | pgtrigger.Update | pgtrigger.Delete,
        func=CONTENT_OF_ESTABLISHED,
    )
