"""Why a state is stable, or is not."""
